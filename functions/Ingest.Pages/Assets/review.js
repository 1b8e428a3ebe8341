// Shows a review's page anew as soon as there is news of the review.
import { stateOf, watch } from './watch.js';

const notice = document.querySelector('[data-watch]');
if (notice) {
    for (const text of notice.querySelectorAll('[data-live]')) {
        text.textContent = text.dataset.live;
    }

    watch(notice.dataset.watch, answer => {
        if (answer === null || stateOf(answer) !== notice.dataset.known) {
            location.reload();
        }
    });
}
