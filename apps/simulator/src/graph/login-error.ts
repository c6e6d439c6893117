import { GraphError } from './graph-error';

/** A refusal in the shape of the token exchange, which differs from the Graph API's. */
export class LoginError extends GraphError {
  constructor(message: string) {
    super({ code: 400, message });
  }

  override toJson(): Record<string, unknown> {
    return { error_type: 'OAuthException', code: 400, error_message: this.message };
  }
}
