// The search: looks for words in the index that content/assets/search.json makes, and lists the pages that have all of them.
const script = document.querySelector('script[data-index]');
const input = document.querySelector('#search');
const found = document.querySelector('#found');
const list = document.querySelector('#places');
const hint = found.textContent;

let places;

function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

// How well a page answers: words in its title count more than words in its text. 0 where one of the words is missing.
function rate(place, words) {
  let sum = 0;
  for (const word of words) {
    const isLast = word === words.at(-1);
    const fits = (other) => (isLast ? other.startsWith(word) : other === word);
    const points = 10 * place.titleWords.filter(fits).length + place.textWords.filter(fits).length;
    if (points === 0) return 0;
    sum += points;
  }
  return sum;
}

// The words around the first one that was looked for.
function partOf(text, words) {
  const at = Math.max(0, text.toLowerCase().indexOf(words[0]) - 60);
  const start = at === 0 ? 0 : text.indexOf(' ', at) + 1;
  const isLong = start + 160 < text.length;
  const part = text.slice(start, isLong ? text.lastIndexOf(' ', start + 160) : undefined);
  return `${start > 0 ? '… ' : ''}${part}${isLong ? ' …' : ''}`;
}

function entry(place, words) {
  const item = document.createElement('li');
  const link = item.appendChild(document.createElement('a'));
  link.href = place.url;
  link.textContent = place.title;
  item.appendChild(document.createElement('p')).textContent = partOf(place.text, words);
  return item;
}

async function load() {
  const response = await fetch(script.dataset.index);
  if (!response.ok) throw new Error(`${response.status} for ${script.dataset.index}`);
  return (await response.json()).map((place) => ({
    ...place,
    titleWords: wordsOf(place.title),
    textWords: wordsOf(place.text),
  }));
}

async function show() {
  const words = wordsOf(input.value);
  document.querySelector('.all-pages').hidden = words.length > 0;
  if (words.length === 0) {
    found.textContent = hint;
    list.replaceChildren();
    return;
  }
  try {
    places ??= load();
    const rated = (await places).map((place) => ({ place, points: rate(place, words) }));
    const fitting = rated.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
    found.textContent = `${fitting.length === 1 ? '1 page has' : `${fitting.length} pages have`} “${input.value.trim()}”.`;
    list.replaceChildren(...fitting.map(({ place }) => entry(place, words)));
  } catch (error) {
    places = undefined;
    found.textContent = `The search does not work: ${error.message}`;
  }
}

input.value = new URLSearchParams(location.search).get('q') ?? '';
input.addEventListener('input', show);
input.form.addEventListener('submit', (event) => {
  event.preventDefault();
  history.replaceState(null, '', `?q=${encodeURIComponent(input.value)}`);
  show();
});
input.focus();
show();
