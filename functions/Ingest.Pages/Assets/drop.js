// Adds files from the start page, and shows what becomes of each.
import { keep, kept, lanes, pause, reviewAddress, reviewPage, watch } from './watch.js';

const AT_ONCE = 4;
const TRIES = 4;
const KEY = 'function-key';
const FILMS_SHOWN = 3;

// How each state is called and coloured; those with an end will not change by themselves.
const STATES = {
    waiting: { words: 'waiting', kind: 'waiting' },
    sending: { words: 'sending', kind: 'waiting' },
    keyless: { words: 'needs the key', kind: 'refused' },
    received: { words: 'received', kind: 'waiting' },
    ingested: { words: 'ingested', kind: 'good', isEnd: true },
    rejected: { words: 'rejected', kind: 'refused', isEnd: true },
    failed: { words: 'failed', kind: 'bad' },
    gone: { words: 'removed', kind: 'refused', isEnd: true },
    unsent: { words: 'not sent', kind: 'bad', isEnd: true },
};

const zone = document.querySelector('[data-drop]');
const input = zone.querySelector('input[type=file]');
const form = zone.querySelector('form.key');
const key = document.getElementById('function-key');
const hint = document.getElementById('key-hint');
const usualHint = [...hint.childNodes];
const tally = zone.querySelector('.tally');
const list = zone.querySelector('.dropped');
const rows = new Map();
const inLane = lanes(AT_ONCE);

zone.querySelector('.without-script').hidden = true;
zone.querySelector('.with-script').hidden = false;
key.value = kept(KEY);
takeKeyOfAddress();
addEventListener('hashchange', takeKeyOfAddress);

input.addEventListener('change', () => {
    add(input.files);
    input.value = '';
});
form.addEventListener('submit', event => {
    event.preventDefault();
    takeKey();
});
key.addEventListener('change', takeKey);
takeDrops();

// An address that ends in "#key=..." sets the key; it never leaves the browser, and goes from the address at once.
function takeKeyOfAddress() {
    const given = new URLSearchParams(location.hash.slice(1)).get('key');
    if (given !== null) {
        history.replaceState(null, '', location.pathname + location.search);
        key.value = given;
        takeKey();
    }
}

function takeKey() {
    keep(KEY, key.value.trim());
    hint.replaceChildren(...usualHint);
    key.removeAttribute('aria-invalid');
    for (const row of rows.values()) {
        if (row.state === 'keyless') {
            row.start();
        }
    }
}

function refuseKey() {
    key.setAttribute('aria-invalid', 'true');
    hint.textContent = key.value.trim() === ''
        ? 'This app takes files with its function key only. dotnet dev.cs up prints it.'
        : 'This key was not accepted. The files wait for the right one.';
}

// Files dropped beside the zone would replace the page otherwise.
function takeDrops() {
    let depth = 0;
    const holdsFiles = event => event.dataTransfer?.types.includes('Files');
    const mark = isOver => zone.classList.toggle('over', isOver);

    addEventListener('dragenter', event => {
        if (holdsFiles(event)) {
            depth++;
            mark(true);
        }
    });
    addEventListener('dragleave', event => {
        if (holdsFiles(event)) {
            depth = Math.max(0, depth - 1);
            mark(depth > 0);
        }
    });
    addEventListener('dragover', event => {
        if (holdsFiles(event)) {
            event.preventDefault();
            event.dataTransfer.dropEffect = 'copy';
        }
    });
    addEventListener('drop', event => {
        if (holdsFiles(event)) {
            event.preventDefault();
            depth = 0;
            mark(false);
            add(event.dataTransfer.files);
        }
    });
}

// A file of the same name takes the place of the one before, as it does in the container.
function add(files) {
    for (const file of files) {
        let row = rows.get(file.name);
        if (!row) {
            row = rowOf(file.name);
            rows.set(file.name, row);
            list.append(row.item);
        }

        row.file = file;
        row.start();
    }
}

function rowOf(name) {
    const item = element('li', { tabIndex: -1 });
    const title = element('span', { className: 'file', dir: 'auto', textContent: name });
    const badge = element('span', { className: 'state' });
    const news = element('p', { className: 'news' });
    let going = new AbortController();
    item.append(title, ' ', badge, news);

    const row = { item, file: null, state: 'waiting', start };
    return row;

    function start() {
        going.abort();
        going = new AbortController();
        const { signal } = going;
        show('waiting');
        inLane(() => signal.aborted ? null : send(signal)).then(isSent => {
            if (isSent) {
                watch(name, answer => told(answer), signal);
            }
        });
    }

    async function send(signal) {
        show('sending');
        const problem = await put(name, row.file, signal);
        if (signal.aborted) {
            return false;
        }

        if (problem === null) {
            show('received');
            return true;
        }

        if (problem.isOfKey) {
            refuseKey();
            show('keyless');
        } else {
            const again = element('button', { type: 'button', textContent: 'Try again' });
            again.append(element('span', { className: 'unseen', textContent: ` with ${name}` }));
            again.addEventListener('click', () => {
                // The button goes; the focus stays with its file.
                item.focus();
                start();
            });
            show('unsent', problem.words, ' ', again);
        }

        return false;
    }

    function told(answer) {
        if (answer === null) {
            show('gone', 'Somebody removed it again.');
            return;
        }

        const { review, films } = answer;
        const { status } = review;
        const words = status === 'ingested' ? newsOf(review, films)
            : status === 'rejected' ? [review.advice ?? 'This is no review.']
            : status === 'failed' ? [review.advice ?? '', review.nextAttemptAt ? ' It is tried again by itself.' : '']
            : [];
        show(status in STATES ? status : 'received', ...words);
        if (row.state !== 'received' && !title.querySelector('a')) {
            title.replaceChildren(element('a', { href: reviewPage(name), textContent: name }));
        }
    }

    function show(state, ...words) {
        row.state = state;
        badge.className = `state ${STATES[state].kind}`;
        badge.textContent = STATES[state].words;
        news.replaceChildren(...words);
        tell();
    }
}

// Its headline, and the films it is about.
function newsOf(review, films) {
    const about = films.filter(film => film.isSubject);
    const shown = (about.length > 0 ? about : films).slice(0, FILMS_SHOWN);
    const links = shown.flatMap(film => [
        ' · ',
        element('a', {
            href: film.ids.length === 1 ? `/films/${encodeURIComponent(film.ids[0])}` : `/?title=${encodeURIComponent(film.title)}`,
            dir: 'auto',
            textContent: film.title,
        }),
    ]);
    return [
        element('span', { dir: 'auto', textContent: review.title ?? 'Read' }),
        ...links.length > 0 ? links : [' · no film was recognised in it'],
        films.length > shown.length ? ` and ${films.length - shown.length} more` : '',
    ];
}

// Null when the file was taken; otherwise why it was not.
async function put(name, file, signal) {
    const held = key.value.trim();
    if (!/^[\x21-\x7e]*$/.test(held)) {
        return { isOfKey: true };
    }

    let address;
    try {
        address = reviewAddress(name);
        await file.slice(0, 1).arrayBuffer();
    } catch (reason) {
        return {
            words: reason instanceof URIError ? 'A review cannot have this name.' : 'The browser cannot read it. Is it a folder, or gone?',
        };
    }

    // Always as a page, whatever the browser takes it for: the app tells by its content, and says what it found.
    const headers = { 'Content-Type': 'text/html', ...held === '' ? {} : { 'x-functions-key': held } };
    for (let attempt = 1; ; attempt++) {
        const answer = await fetch(address, { method: 'PUT', headers, body: file, signal }).catch(() => null);
        if (answer?.status === 202 || signal.aborted) {
            return null;
        }

        if (answer?.status === 401 || answer?.status === 403) {
            return { isOfKey: true };
        }

        const mayPass = answer === null || answer.status === 429 || answer.status >= 500;
        if (!mayPass || attempt === TRIES) {
            return { words: await reasonOf(answer) };
        }

        await pause(500 * 2 ** attempt, signal);
    }
}

async function reasonOf(answer) {
    if (answer === null) {
        return 'The app cannot be reached, or broke off.';
    }

    const problem = await answer.json().catch(() => null);
    return problem?.detail ?? problem?.title ?? `The app answered with ${answer.status}.`;
}

// What a screen reader is told, and everybody sees, as states change.
function tell() {
    const states = [...rows.values()].map(row => row.state);
    const ended = states.filter(state => STATES[state].isEnd);
    const keyless = states.filter(state => state === 'keyless').length;
    const counts = ['ingested', 'rejected', 'unsent', 'gone']
        .map(state => [ended.filter(one => one === state).length, STATES[state].words])
        .filter(([count]) => count > 0)
        .map(([count, words]) => `${count} ${words}`);
    const words = keyless > 0 ? `${keyless === 1 ? '1 file needs' : `${keyless} files need`} the function key.`
        : `${ended.length} of ${states.length} done${counts.length > 0 ? ': ' + counts.join(', ') : ''}.`;
    if (tally.textContent !== words) {
        tally.textContent = words;
    }
}

function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
}
