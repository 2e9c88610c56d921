// The bar above GraphiQL: where one is in the tour, what to expect, and what comes next.
const at = (id) => document.getElementById(id);
const nextTour = document.querySelector('header [aria-current] ~ a');

/** Shows where one is in a chapter of a tour. `open(chapter, name)` is called to go to another step. */
export class Guide {
  #chapters;
  #chapter;
  #open;
  #step = 0;
  /** Names of the steps that have had an answer. */
  #done = new Set();

  constructor(chapters, chapter, open, startOver) {
    this.#chapters = chapters;
    this.#chapter = chapter;
    this.#open = open;
    at('guide').hidden = false;
    at('chapters').hidden = chapters.length === 1;
    at('chapters').append(
      ...chapters.map(({ title, steps }, index) => button(`${index + 1}. ${title}`, () => open(index, steps[0].name))),
    );
    at('steps').append(...this.#steps.map((step, index) => this.#numbered(step, index)));
    at('back').addEventListener('click', () => this.#go(this.#before));
    at('next').addEventListener('click', () => (this.#after ? this.#go(this.#after) : location.assign(nextTour.href)));
    at('again').addEventListener('click', startOver);
    this.#show();
  }

  #numbered({ name, title }, index) {
    const step = button(`${index + 1}`, () => this.#open(this.#chapter, name));
    step.title = title;
    step.setAttribute('aria-label', `Step ${index + 1}: ${title}`);
    return step;
  }

  /** The tab of this name is open. One that is not of the tour changes nothing. */
  opened(name) {
    const index = this.#steps.findIndex((step) => step.name === name);
    if (index === -1) return;
    this.#step = index;
    this.#show();
  }

  /** The operation of this name has got data. */
  answered(name) {
    this.#done.add(name);
    this.#show();
  }

  get #steps() {
    return this.#chapters[this.#chapter].steps;
  }

  get #before() {
    if (this.#step > 0) return [this.#chapter, this.#step - 1];
    return this.#chapter > 0 ? [this.#chapter - 1, this.#chapters[this.#chapter - 1].steps.length - 1] : undefined;
  }

  get #after() {
    if (this.#step < this.#steps.length - 1) return [this.#chapter, this.#step + 1];
    return this.#chapter < this.#chapters.length - 1 ? [this.#chapter + 1, 0] : undefined;
  }

  #go([chapter, step]) {
    this.#open(chapter, this.#chapters[chapter].steps[step].name);
  }

  #show() {
    const { name, title, expect, details } = this.#steps[this.#step];
    mark(at('chapters').children, this.#chapter);
    mark(at('steps').children, this.#step);
    for (const [index, step] of this.#steps.entries())
      at('steps').children[index].classList.toggle('done', this.#done.has(step.name));

    const [heading, sentence, more] = at('step').children;
    const number = `Step ${this.#step + 1} of ${this.#steps.length}`;
    setText(heading, `${number}: ${title}`);
    setText(sentence, `Press Play (Ctrl+Enter). Expect: ${expect}`);
    more.hidden = details.length === 0;
    if (setText(more.lastElementChild, details.join('\n\n'))) more.open = false;

    const phone = at('to-phone');
    if (phone) phone.hidden = !/phone/i.test(`${expect} ${details.join(' ')}`);
    at('back').disabled = this.#before === undefined;
    at('next').disabled = (this.#after ?? nextTour) === null;
    at('next').classList.toggle('ready', this.#done.has(name));
    setText(at('next'), this.#nextText());
  }

  #nextText() {
    if (this.#after === undefined) return nextTour ? `Next ${nextTour.textContent}` : 'End of the tour';
    const [chapter, step] = this.#after;
    const { title, steps } = this.#chapters[chapter];
    return chapter === this.#chapter ? `Next: ${steps[step].title}` : `Next chapter: ${title}`;
  }
}

function button(text, press) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', press);
  return element;
}

function mark(elements, current) {
  for (const [index, element] of [...elements].entries()) {
    if (index === current) element.setAttribute('aria-current', 'step');
    else element.removeAttribute('aria-current');
  }
}

/** Leaves what is there already, so that a screen reader hears only what is new. Returns whether it was new. */
function setText(element, text) {
  if (element.textContent === text) return false;
  element.textContent = text;
  return true;
}
