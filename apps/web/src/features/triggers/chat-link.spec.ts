import { chatLink } from './chat-link';

describe('chatLink', () => {
  it('opens the chat with an account', () => {
    expect(chatLink('demo.shop', null)).toBe('https://ig.me/m/demo.shop');
  });

  it('carries a reference that survives the address', () => {
    const link = new URL(chatLink('demo.shop', 'summer+24/a=b'));
    expect(link.searchParams.get('ref')).toBe('summer+24/a=b');
  });
});
