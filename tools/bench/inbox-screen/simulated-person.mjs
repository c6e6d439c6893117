/** Somebody new at the simulated Instagram, who writes to its first account. */
export const meetPerson = async ({ url }, name) => {
  const { simulatorUrl } = await (await fetch(`${url}/api/v1/system/info`)).json();
  const post = async (path, body) => {
    const answer = await fetch(`${simulatorUrl}/_control${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  const { accounts } = await (await fetch(`${simulatorUrl}/_control/accounts`)).json();
  const account = `/accounts/${accounts[0].userId}`;
  const { igsid } = await post(`${account}/persons`, { username: name.toLowerCase(), name });
  return { write: (text) => post(`${account}/persons/${igsid}/message`, { text }) };
};
