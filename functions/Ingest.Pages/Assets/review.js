// Shows a review's page anew as soon as there is news of the review.
import { keep, kept, stateOf, watch } from './watch.js';

// Should the page and the API ever differ for longer, the page is not loaded over and over.
const REST = 30_000;

const notice = document.querySelector('[data-watch]');
if (notice) {
    for (const text of notice.querySelectorAll('[data-live]')) {
        text.textContent = text.dataset.live;
    }

    const { watch: name, known } = notice.dataset;
    const last = `reloaded ${name}`;
    let due;
    watch(name, answer => {
        clearTimeout(due);
        if (answer === null || stateOf(answer) !== known) {
            due = setTimeout(() => {
                keep(last, String(Date.now()));
                location.reload();
            }, Math.max(0, REST - (Date.now() - Number(kept(last)))));
        }
    });
}
