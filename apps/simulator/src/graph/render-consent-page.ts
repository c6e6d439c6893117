import type { Account } from '../accounts/account';
import { listScopes, type ConsentRequest, type Login } from './consent-request';

type Consent = { login: Login; action: string; request: ConsentRequest; accounts: readonly Account[] };

/** The consent screen in its simplest form: which account, which rights, yes or no. */
export function renderConsentPage({ login, action, request, accounts }: Consent): string {
  const hidden = Object.entries(request)
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(String(value))}">`)
    .join('');
  const choice = login === 'instagram' ? renderAccounts(accounts) : renderPages(accounts);
  return page(
    login === 'instagram' ? 'Let this app use your account?' : 'Let this app use your Pages?',
    `<form method="post" action="${action}">${hidden}${choice}${renderScopes(request)}` +
      '<div class="end"><button name="decision" value="deny">Cancel</button> ' +
      '<button name="decision" value="allow" class="primary">Allow</button></div></form>',
  );
}

export function renderProblemPage(message: string): string {
  return page('This request is not valid', `<p>${escape(message)}</p>`);
}

function renderAccounts(accounts: readonly Account[]): string {
  const choices = accounts
    .map(
      (account, index) =>
        `<label><input type="radio" name="account" value="${account.userId}"${index === 0 ? ' checked' : ''}> ` +
        `${escape(account.username)}</label>`,
    )
    .join('');
  return (
    `<fieldset><legend>Account</legend>${choices}<label><input type="radio" name="account" value="new"` +
    `${accounts.length === 0 ? ' checked' : ''}> A new account</label>${newAccount}</fieldset>`
  );
}

function renderPages(accounts: readonly Account[]): string {
  const choices = accounts
    .map(
      (account) =>
        `<label><input type="checkbox" name="page:${account.userId}" value="1" checked> ` +
        `${escape(account.name)} <small>Page ${account.pageId}, Instagram @${escape(account.username)}</small></label>`,
    )
    .join('');
  const note = accounts.length === 0 ? '' : '<p>With none ticked, a new Page is made.</p>';
  return `<fieldset><legend>Pages and their Instagram accounts</legend>${choices}${note}${newAccount}</fieldset>`;
}

const newAccount =
  '<label>Username of the new account <input name="username" maxlength="30" autocomplete="off"></label>';

function renderScopes(request: ConsentRequest): string {
  const scopes = listScopes(request)
    .map(
      (scope) =>
        `<label><input type="checkbox" name="scope:${escape(scope)}" value="1" checked> ${escape(scope)}</label>`,
    )
    .join('');
  return `<fieldset><legend>The app asks for</legend>${scopes}</fieldset>`;
}

function page(title: string, body: string): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><style>' +
    ':root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}' +
    'body{max-width:26rem;margin:8vh auto;padding:0 1rem}h1{font-size:1.35rem}' +
    'fieldset{min-width:0;border:1px solid #8885;border-radius:10px;margin:0 0 1rem;padding:.75rem 1rem}' +
    'label{display:block;padding:.25rem 0;overflow-wrap:anywhere}p{margin:.25rem 0}small{opacity:.8}' +
    'input:not([type]){font:inherit;width:100%;box-sizing:border-box;padding:.45rem .6rem;border-radius:8px;border:1px solid #8888}' +
    'button{font:inherit;padding:.6rem 1.2rem;border-radius:10px;border:1px solid #8888}' +
    '.end{display:flex;gap:.5rem;justify-content:flex-end}' +
    '.primary{background:#2f5fe0;border-color:#2f5fe0;color:#fff}' +
    `</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`
  );
}

function escape(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
