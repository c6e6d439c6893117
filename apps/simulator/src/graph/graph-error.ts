/** An answer of the Graph API that refuses; becomes Meta's error JSON. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: number;
  readonly subcode: number | null;
  readonly type: string;
  readonly isTransient: boolean;
  readonly userTitle: string | undefined;
  readonly userMessage: string | undefined;

  constructor(options: {
    code: number;
    message: string;
    subcode?: number;
    status?: number;
    type?: string;
    isTransient?: boolean;
    userTitle?: string;
    userMessage?: string;
  }) {
    super(options.message);
    this.status = options.status ?? 400;
    this.code = options.code;
    this.subcode = options.subcode ?? null;
    this.type = options.type ?? 'OAuthException';
    this.isTransient = options.isTransient ?? false;
    this.userTitle = options.userTitle;
    this.userMessage = options.userMessage;
  }

  toJson(traceId: string): Record<string, unknown> {
    const error: Record<string, unknown> = { message: this.message, type: this.type, code: this.code };
    if (this.subcode !== null) error['error_subcode'] = this.subcode;
    if (this.isTransient) error['is_transient'] = true;
    if (this.userTitle) error['error_user_title'] = this.userTitle;
    if (this.userMessage) error['error_user_msg'] = this.userMessage;
    error['fbtrace_id'] = traceId;
    return { error };
  }
}
