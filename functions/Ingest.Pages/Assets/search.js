// Suggests films while a title is typed: a combobox with a list, as the ARIA practices describe it. Without it the form
// works as any form does.

const PATIENCE = 150;
const MOST = 8;

for (const form of document.querySelectorAll('form.search')) {
    suggest(form);
}

function suggest(form) {
    const input = form.elements.title;
    const list = element('ul', { id: `${input.id}-films`, className: 'suggestions', role: 'listbox', ariaLabel: 'Films' });
    const told = element('p', { className: 'unseen', role: 'status' });
    let films = [];
    let active = -1;
    let timer;
    let request;

    list.hidden = true;
    // A search field may not be a combobox.
    input.type = 'text';
    input.role = 'combobox';
    input.ariaAutoComplete = 'list';
    input.ariaExpanded = 'false';
    input.setAttribute('aria-controls', list.id);
    input.closest('.field').append(list, told);

    input.addEventListener('input', () => {
        clearTimeout(timer);
        request?.abort();
        choose(-1);
        if (input.value.trim() === '') {
            close();
        } else {
            timer = setTimeout(find, PATIENCE);
        }
    });
    input.addEventListener('keydown', event => {
        if (event.isComposing) {
            return;
        }

        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            if (list.hidden) {
                find();
            } else {
                // One place in the round is the text itself, where none is chosen.
                const places = films.length + 1;
                choose((active + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places - 1);
            }
        } else if (event.key === 'Enter' && active >= 0) {
            event.preventDefault();
            open(films[active]);
        } else if (event.key === 'Escape' && !list.hidden) {
            event.preventDefault();
            close();
        }
    });
    input.addEventListener('blur', close);
    // The input keeps the focus while the list is pressed.
    list.addEventListener('mousedown', event => event.preventDefault());
    form.addEventListener('submit', close);
    // Fields left empty ask for nothing and need not stand in the address.
    form.addEventListener('formdata', ({ formData }) => {
        for (const name of ['person', 'year']) {
            if (formData.get(name)?.trim() === '') {
                formData.delete(name);
            }
        }
    });

    async function find() {
        const title = input.value.trim();
        const query = new URLSearchParams({ title, limit: MOST });
        for (const name of ['person', 'year']) {
            const value = form.elements[name]?.value.trim();
            if (value) {
                query.set(name, value);
            }
        }

        clearTimeout(timer);
        request?.abort();
        request = new AbortController();
        const { signal } = request;
        if (title === '') {
            return;
        }

        try {
            const answer = await fetch(`/api/films?${query}`, { headers: { Accept: 'application/json' }, signal });
            if (!answer.ok) {
                throw new Error(answer.statusText);
            }

            const found = (await answer.json()).films;
            if (!signal.aborted && document.activeElement === input) {
                show(found);
            }
        } catch {
            // Typed on, or nobody answers: the form still searches.
            if (!signal.aborted) {
                close();
            }
        }
    }

    function show(found) {
        films = found;
        list.replaceChildren(...films.map(optionOf));
        list.hidden = films.length === 0;
        input.ariaExpanded = String(films.length > 0);
        choose(-1);
        told.textContent = films.length === 0 ? 'No film begins so.'
            : `${films.length === 1 ? '1 film' : `${films.length} films`}${films[0].approximate ? ' of nearly that title' : ''}.`;
    }

    function optionOf(film, index) {
        const option = element('li', { id: `${list.id}-${index}`, role: 'option', ariaSelected: 'false' });
        option.append(element('span', { className: 'title', dir: 'auto', textContent: film.title }));
        if (film.matched !== film.title) {
            option.append(' ', element('span', { className: 'matched', dir: 'auto', textContent: film.matched }));
        }

        if (film.year) {
            option.append(' ', element('span', { className: 'year', textContent: film.year }));
        }

        option.addEventListener('click', () => open(film));
        return option;
    }

    function choose(index) {
        list.children[active]?.setAttribute('aria-selected', 'false');
        active = index;
        const option = list.children[active];
        if (option) {
            option.ariaSelected = 'true';
            option.scrollIntoView({ block: 'nearest' });
            input.setAttribute('aria-activedescendant', option.id);
        } else {
            input.removeAttribute('aria-activedescendant');
        }
    }

    function close() {
        clearTimeout(timer);
        request?.abort();
        list.hidden = true;
        input.ariaExpanded = 'false';
        told.textContent = '';
        choose(-1);
    }

    function open(film) {
        location.assign(`/films/${encodeURIComponent(film.id)}`);
    }
}

function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
}
