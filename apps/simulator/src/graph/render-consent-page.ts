import type { Account } from '../accounts/account';
import type { ConsentRequest } from './consent-page';

/** Instagram's consent screen in its simplest form: which account, which rights, yes or no. */
export function renderConsentPage(request: ConsentRequest, accounts: readonly Account[]): string {
  const hidden = Object.entries(request)
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(String(value))}">`)
    .join('');
  const choices = accounts
    .map(
      (account, index) =>
        `<label><input type="radio" name="account" value="${account.userId}"${index === 0 ? ' checked' : ''}> ` +
        `${escape(account.username)}</label>`,
    )
    .join('');
  const scopes = request.scope
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(
      (scope) =>
        `<label><input type="checkbox" name="scope:${escape(scope)}" value="1" checked> ${escape(scope)}</label>`,
    )
    .join('');
  return page(
    'Let this app use your account?',
    `<form method="post" action="/oauth/authorize">${hidden}` +
      `<fieldset><legend>Account</legend>${choices}<label><input type="radio" name="account" value="new"` +
      `${accounts.length === 0 ? ' checked' : ''}> A new account</label>` +
      '<label>Username of the new account <input name="username" maxlength="30"></label></fieldset>' +
      `<fieldset><legend>The app asks for</legend>${scopes}</fieldset>` +
      '<div><button name="decision" value="deny">Cancel</button> ' +
      '<button name="decision" value="allow" class="primary">Allow</button></div></form>',
  );
}

export function renderProblemPage(message: string): string {
  return page('This request is not valid', `<p>${escape(message)}</p>`);
}

function page(title: string, body: string): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><style>' +
    ':root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{max-width:26rem;margin:8vh auto;padding:0 1rem}' +
    'fieldset{border:1px solid #8885;border-radius:10px;margin:0 0 1rem;padding:.75rem 1rem}label{display:block;padding:.25rem 0}' +
    'button{font:inherit;padding:.6rem 1.2rem;border-radius:10px;border:1px solid #8888}' +
    '.primary{background:#2f5fe0;border-color:#2f5fe0;color:#fff}' +
    `</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`
  );
}

function escape(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
