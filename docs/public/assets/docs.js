// The button for the contents on small screens, and the search. Without scripts the contents stand below the page.
const root = document.currentScript.dataset.root;
document.documentElement.classList.add('scripted');

const menu = document.querySelector('.menu');
const sidebar = document.querySelector('.sidebar');
if (sidebar) {
  menu.addEventListener('click', () => {
    menu.setAttribute('aria-expanded', sidebar.classList.toggle('open'));
  });
  const current = sidebar.querySelector('[aria-current]');
  if (current) sidebar.scrollTop = current.offsetTop - sidebar.clientHeight / 2;
} else {
  menu.remove();
}

// What is wider than the page can be moved with the keyboard, too.
for (const wide of document.querySelectorAll('pre, .table')) {
  if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
}

const input = document.querySelector('#search');
const found = document.querySelector('#found');
const list = found.querySelector('ol');
const status = found.querySelector('p');
input.disabled = false;

/** The index, which is loaded when somebody means to search. */
let index = null;
function loadIndex() {
  index ??= Promise.all([import(`${root}search/minisearch.js`), fetch(`${root}search/index.json`)]).then(
    async ([{ default: MiniSearch }, answer]) => {
      const { options, index: text } = await answer.json();
      return MiniSearch.loadJS(text, options);
    },
  );
  return index;
}

let asked = '';
async function search() {
  asked = input.value.trim();
  const words = asked;
  if (words === '') {
    found.hidden = true;
    return;
  }
  try {
    const results = (await loadIndex()).search(words, { prefix: true, fuzzy: 0.15, boost: { title: 4, page: 2 } });
    if (words === asked) show(results);
  } catch {
    index = null;
    list.replaceChildren();
    status.textContent = 'The index of the search could not be loaded.';
    found.hidden = false;
  }
}

function show(results) {
  list.replaceChildren(...results.slice(0, 12).map(entry));
  const { length } = results;
  status.textContent = length === 0 ? 'Nothing was found.' : `${length} ${length === 1 ? 'place' : 'places'}`;
  found.hidden = false;
}

function entry({ id, title, page, start }) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const name = document.createElement('strong');
  const text = document.createElement('span');
  link.href = root + id;
  name.textContent = title === page ? title : `${page} › ${title}`;
  text.textContent = start;
  link.append(name, text);
  item.append(link);
  return item;
}

input.addEventListener('focus', () => void loadIndex().catch(() => (index = null)), { once: true });
input.addEventListener('input', search);

const links = () => [...list.querySelectorAll('a')];
document.querySelector('.search').addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    found.hidden = true;
    input.focus();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || found.hidden) {
    if (event.key === 'Enter' && event.target === input) links()[0]?.click();
    return;
  }
  event.preventDefault();
  const all = [input, ...links()];
  all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
});
document.addEventListener('click', ({ target }) => {
  if (!target.closest('.search')) found.hidden = true;
});
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !/^(?:INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    input.focus();
  }
});
