// Shows a review's page anew as soon as there is news of the review.
import { stateOf, watch } from './watch.js';

// Should the page and the API ever differ for longer, the page is not loaded over and over.
const REST = 30_000;

const notice = document.querySelector('[data-watch]');
if (notice) {
    for (const text of notice.querySelectorAll('[data-live]')) {
        text.textContent = text.dataset.live;
    }

    const { watch: name, known } = notice.dataset;
    const last = `reloaded ${name}`;
    watch(name, answer => {
        const isNews = answer === null || stateOf(answer) !== known;
        if (isNews && Date.now() - Number(sessionStorage.getItem(last)) > REST) {
            sessionStorage.setItem(last, String(Date.now()));
            location.reload();
        }
    });
}
