// The page in a panel: shows what the extension draws, and tells it what is chosen. No state but where the focus is.
(() => {
  const vscode = acquireVsCodeApi();
  const content = document.getElementById('content');
  const spoken = document.getElementById('spoken');

  const choose = (element) => {
    const act = element?.closest('[data-act]')?.dataset.act;
    if (act) vscode.postMessage({ act, sight: content.querySelector('[data-sight]')?.dataset.sight });
    return act !== undefined;
  };

  /** What a person put the focus on; without it, what is drawn says where it is to be. */
  let wish;
  let placing = false;
  function place() {
    const all = [...content.querySelectorAll('[data-act]:not(:disabled)')];
    const next = all.find((element) => element.dataset.act === wish) ?? content.querySelector('[autofocus]');
    placing = true;
    next?.focus({ preventScroll: true });
    placing = false;
  }
  content.addEventListener('focusin', ({ target }) => {
    if (!placing) wish = target.closest('[data-act]')?.dataset.act;
  });
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body) place();
    vscode.postMessage({ focused: true });
  });
  window.addEventListener('blur', () => vscode.postMessage({ focused: false }));

  /** A drawing that is too wide is made smaller, but never smaller than it says: then it is to be scrolled. */
  function sized() {
    for (const drawing of content.querySelectorAll('svg[data-least]')) {
      const { width, height } = drawing.viewBox.baseVal;
      const scale = Math.min(1, Math.max(Number(drawing.dataset.least), content.clientWidth / width));
      drawing.setAttribute('width', width * scale);
      drawing.setAttribute('height', height * scale);
    }
  }
  window.addEventListener('resize', sized);

  window.addEventListener('message', ({ data }) => {
    const { scrollX, scrollY } = window;
    content.innerHTML = data.html;
    sized();
    // A screen reader hears of what changes in an element that stays.
    const said = [...content.querySelectorAll('[data-say]')].map((element) => element.textContent).join(' ');
    if (spoken.textContent !== said) spoken.textContent = said;
    window.scrollTo(scrollX, scrollY);
    // Whoever writes in the text meanwhile keeps the focus there.
    if (document.hasFocus()) place();
  });

  content.addEventListener('click', ({ target }) => choose(target));

  window.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      // Where something can be undone, the key of every editor does it too.
      if (key.toLowerCase() === 'z' && !event.shiftKey && !event.altKey)
        choose(content.querySelector('[data-act="undo"]:not(:disabled)'));
      return;
    }
    const byKey = [...content.querySelectorAll('[data-key]')].find(
      ({ dataset }) => dataset.key.toLowerCase() === key.toLowerCase(),
    );
    const pressed = (key === 'Enter' || key === ' ') && target.closest('[data-act]');
    if (pressed ? choose(target) : byKey && !byKey.disabled ? choose(byKey) : moved(key, target))
      event.preventDefault();
  });

  /** The arrow keys go through what can be chosen, in reading order; Home and End to the ends. */
  function moved(key, target) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
    const all = [...content.querySelectorAll('[data-act]:not(:disabled)')];
    const at = all.indexOf(target.closest?.('[data-act]'));
    const next = key === 'Home' ? all[0] : key === 'End' ? all.at(-1) : step && all[at + step];
    next?.focus();
    return next !== undefined;
  }

  vscode.postMessage({ ready: true, focused: document.hasFocus() });
})();
