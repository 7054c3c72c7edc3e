// The wall screen's only script: it shows the hour, asks for the page again, and keeps the last one while nobody answers.
const EVERY_MS = 15_000;
const PATIENCE_MS = 10_000;

const page = document.currentScript.dataset.page;
const version = document.querySelector('main').dataset.version;
let seenAt;
let skew = 0;

/** The house's clock, where that of this machine is wrong; a page that was kept for a minute says nothing of it. */
const setClock = () => {
  const ahead = Number(document.getElementById('heure').dataset.now) - Date.now();
  skew = Math.abs(ahead) > 90_000 ? ahead : 0;
  seenAt = now();
};

const now = () => new Date(Date.now() + skew);

const hourAt = (date, timeZone) => {
  const parts = new Intl.DateTimeFormat('fr-FR', { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  const said = Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${Number(said.hour)}\u00a0h${said.minute === '00' ? '' : `\u00a0${said.minute}`}`;
};

const showHour = () => {
  const clock = document.getElementById('heure');
  clock.textContent = hourAt(now(), clock.dataset.zone);
};

const showAbsence = (isAbsent) => {
  const note = document.getElementById('absence');
  note.querySelector('span').textContent = hourAt(seenAt, document.getElementById('heure').dataset.zone);
  note.hidden = !isAbsent;
};

const replaceBy = (text) => {
  const next = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  if (!next) throw new Error('not the screen');
  // Another program has another style and another script.
  if (next.dataset.version !== version) return location.reload();
  document.querySelector('main').replaceWith(next);
  setClock();
  showHour();
};

const refresh = async () => {
  try {
    const answer = await fetch(page, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    replaceBy(await answer.text());
    showAbsence(false);
  } catch {
    // The server restarts, or the network is away: what is shown stays, and it is asked again.
    showAbsence(true);
  }
  setTimeout(refresh, EVERY_MS);
};

setClock();
showHour();
setInterval(showHour, 1_000);
setTimeout(refresh, EVERY_MS);
