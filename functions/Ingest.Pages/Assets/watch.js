// Follows what becomes of a review.

const FIRST_WAIT = 400;
const LONGEST_WAIT = 15_000;
const GROWTH = 1.5;

/** Where a review's state is asked for, and where its file is put. Slashes in the name stay slashes. Throws a URIError for
    what is no name of a review. */
export const reviewAddress = name => '/api/reviews/' + escapePath(name);

/** The page of a review. */
export const reviewPage = name => '/reviews/' + escapePath(name);

/** A function that runs tasks, at most so many at once, and promises what they give. */
export function lanes(most) {
    const waiting = [];
    let running = 0;

    function next() {
        while (running < most && waiting.length > 0) {
            running++;
            waiting.shift()().finally(() => {
                running--;
                next();
            });
        }
    }

    return task => new Promise((resolve, reject) => {
        waiting.push(() => Promise.resolve().then(task).then(resolve, reject));
        next();
    });
}

/** Waits for so many milliseconds, or until it is told to stop. */
export const pause = (milliseconds, signal) => new Promise(resolve => {
    const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
});

/** What the tab keeps under a name; empty where it keeps nothing, or the browser lets no page keep anything. */
export function kept(name) {
    try {
        return sessionStorage.getItem(name) ?? '';
    } catch {
        return '';
    }
}

/** Keeps a value in the tab, where the browser lets it. */
export function keep(name, value) {
    try {
        sessionStorage.setItem(name, value);
    } catch {
        // The page does without.
    }
}

const asking = lanes(4);

/**
 * Asks for a review's state until it will not change any more, at first often, then ever less.
 * @param {string} name The review's name.
 * @param {(answer: object | null) => void} told Is told each state that differs from the one before, as the API gives
 *     it; null when there is no such review any more.
 * @param {AbortSignal} [signal] Ends it.
 */
export async function watch(name, told, signal) {
    let known = '';
    let wait = FIRST_WAIT;
    while (true) {
        await pause(wait, signal);
        if (signal?.aborted) {
            return;
        }

        const answer = await asking(() => ask(name, signal));
        if (signal?.aborted) {
            return;
        }

        wait = Math.min(wait * GROWTH, LONGEST_WAIT);
        if (answer === undefined) {
            continue;
        }

        const state = answer === null ? 'gone' : stateOf(answer);
        if (state !== known) {
            known = state;
            told(answer);
        }

        if (['gone', 'ingested', 'rejected'].includes(state)) {
            return;
        }
    }
}

/** A review's state in a word or two; of one that failed, after how many attempts. */
export const stateOf = ({ review }) => review.status === 'failed' ? `failed ${review.attempts}` : review.status;

// Undefined when nobody answers for now.
async function ask(name, signal) {
    try {
        const answer = await fetch(reviewAddress(name), { headers: { Accept: 'application/json' }, cache: 'no-cache', signal });
        return answer.ok ? await answer.json() : answer.status === 404 ? null : undefined;
    } catch {
        return undefined;
    }
}

function escapePath(name) {
    const parts = name.split('/');
    // An address that holds these leads to another place.
    if (parts.includes('.') || parts.includes('..')) {
        throw new URIError('A segment of dots.');
    }

    return parts.map(encodeURIComponent).join('/');
}
