// Runs before the first paint, so that the chosen theme does not flash. A file of its own because the page's
// security policy forbids inline scripts.
(function () {
  try {
    var stored = JSON.parse(localStorage.getItem('instaflow.appearance') || '{}');
    var root = document.documentElement;
    if (stored.theme === 'light' || stored.theme === 'dark') root.dataset.theme = stored.theme;
    if (stored.density === 'compact') root.dataset.density = 'compact';
  } catch {
    // Storage may be forbidden: the system's theme is used.
  }
})();
