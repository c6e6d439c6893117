import type { InstagramAccount } from '@instaflow/contracts';
import { connect, signUp, type TestUser } from './scenario';
import { startTestApp, type TestApp } from './start-test-app';

type Shop = { test: TestApp; user: TestUser; account: InstagramAccount };

/**
 * A server with its workers, somebody signed in and an account of theirs, before the tests of a file; gone after them.
 * What a file prepares in a `beforeAll` of its own finds all of it.
 */
export const useShop = () => {
  let test: TestApp | undefined;
  let shop: Shop | undefined;
  beforeAll(async () => {
    test = await startTestApp({ workers: true });
    const user = await signUp(test);
    shop = { test, user, account: await connect(test, user) };
  });
  afterAll(() => test?.close());
  const get = (): Shop => {
    if (shop === undefined) throw new Error('asked for before it was opened');
    return shop;
  };
  return {
    get test() {
      return get().test;
    },
    get api() {
      return get().test.api;
    },
    get user() {
      return get().user;
    },
    get account() {
      return get().account;
    },
    auth: () => ({ token: get().user.token }),
    at: (id: string) => ({ token: get().user.token, params: { id } }),
  };
};
