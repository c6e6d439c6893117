/**
 * Makes a SECURITY DEFINER function one of the engine's role: row-level security is forced on the owner of the tables too, who
 * may see nothing. Such a function asks `is_callers_account` before it answers a request.
 */
export const runsAsEngine = (signature: string): string => `
GRANT CREATE ON SCHEMA public TO instaflow_engine;
ALTER FUNCTION ${signature} OWNER TO instaflow_engine;
REVOKE CREATE ON SCHEMA public FROM instaflow_engine;
REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${signature} TO instaflow_app, instaflow_engine;
`;
