/** E-mail address of the demo user; the password is made once per installation. */
export const demoEmail = 'demo@instaflow.local';
