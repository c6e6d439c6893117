/** A sentence when this Node is too old to run the program, otherwise null. `version` like "20.19.0". */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `InstaFlow needs Node 20.19 or newer; this is Node ${version}. Install a newer one from https://nodejs.org and start again.`;
}
