// Asks for what every page of a signed-in person waits for, while the code of the app is still being read: the session,
// then the lists of the frame and the flow that the address names. The app takes these answers instead of asking itself
// (src/shared/api/early-answers.ts); without them it asks. A file of its own because the page's security policy forbids
// inline scripts.
(function () {
  var api = '/api/v1';
  var answers = {};

  function keep(method, url, answer) {
    // Whoever takes it gets the failure.
    answer.catch(function () {});
    answers[method + ' ' + url] = answer;
    return answer;
  }

  function ask(method, url, headers) {
    return fetch(url, {
      method: method,
      headers: Object.assign({ Accept: 'application/json' }, headers),
      credentials: 'same-origin',
    });
  }

  try {
    if (localStorage.getItem('instaflow.signed-in') !== 'true') return;
  } catch {
    // Storage may be forbidden: then nobody knows whether there is a session.
    return;
  }
  window.instaflowEarly = answers;

  var refresh = api + '/auth/refresh';
  var session = keep('POST', refresh, ask('POST', refresh)).then(function (response) {
    return response.ok ? response.clone().json() : null;
  });
  var flow = /^\/accounts\/[^/]+\/flows\/([0-9a-f-]{36})\/?$/.exec(location.pathname);
  [api + '/instagram-accounts?limit=100', api + '/workspaces?limit=100']
    .concat(flow ? [api + '/flows/' + flow[1]] : [])
    .forEach(function (url) {
      var answer = session.then(function (signedIn) {
        return signedIn && ask('GET', url, { Authorization: 'Bearer ' + signedIn.token });
      });
      keep('GET', url, answer);
    });
})();
