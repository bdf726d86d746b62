import type { Context, Emitter, Liquid, TagToken, Template, TopLevelToken } from 'liquidjs';
import { Hash, Tag, Value } from 'liquidjs';
import { describe, expect, test } from 'vitest';
import { createLiquid } from '../../../src/liquid/index.js';

/** A block as plugins of liquidjs write it: reads its body from the token list, renders through the engine's renderer. */
class PanelTag extends Tag {
  private readonly title: Value;
  private readonly options: Hash;
  private readonly body: Template[] = [];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    this.title = new Value(this.tokenizer.readFilteredValue(), liquid);
    this.options = new Hash(this.tokenizer.remaining());
    liquid.parser
      .parseStream(remaining)
      .on('tag:endpanel', function () {
        this.stop();
      })
      .on('template', (template: Template) => this.body.push(template))
      .on('end', () => {
        throw new Error('tag panel not closed');
      })
      .start();
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const title = yield this.title.value(context, false);
    const options = (yield this.options.render(context)) as Record<string, unknown>;
    context.push({ panel: { title, ...options } });
    const html = yield this.liquid.renderer.renderTemplates(this.body, context);
    context.pop();
    emitter.write(`<section class="${options['class']}"><h2>${title}</h2>${html}</section>`);
  }
}

describe('tags of liquidjs plugins', () => {
  test('read, render and scope a block with our tags inside', () => {
    const liquid = createLiquid();
    liquid.registerTag('panel', PanelTag);
    const template =
      '{% for p in people %}{% panel p.name, class: "wide" %}{{- panel.title | upcase }}{% if p.age > 40 %}!{% endif %}{% endpanel %}{% endfor %}';
    const people = [
      { name: 'Jekyll', age: 50 },
      { name: 'Enfield', age: 30 },
    ];
    expect(liquid.render(template, { people })).toBe(
      '<section class="wide"><h2>Jekyll</h2>JEKYLL!</section><section class="wide"><h2>Enfield</h2>ENFIELD</section>',
    );
  });

  test('may be an object with parse and render', () => {
    const liquid = createLiquid();
    liquid.registerTag('upper', {
      parse(token) {
        this['path'] = token.args;
      },
      *render(context): Generator<unknown, string, unknown> {
        const text = yield context._get([this['path']]);
        return String(text).toUpperCase();
      },
    });
    expect(liquid.render('{% assign x = "hyde" %}{% upper x %}')).toBe('HYDE');
  });

  test('use our filters in their own values, and render apart from the page', () => {
    const liquid = createLiquid();
    liquid.registerTag('apart', {
      parse(token) {
        this['value'] = new Value(token.args, this.liquid);
      },
      *render(context): Generator<unknown, unknown, unknown> {
        const inner = context.spawn({ given: yield this['value'].value(context, false) });
        return yield this.liquid._render(this.liquid.parser.parse('[{{ given }}{{ x }}]'), inner, {});
      },
    });
    expect(liquid.render('{% assign x = "a-b" %}{% apart x | split: "-" | first | upcase %}')).toBe('[A]');
  });

  test('set variables and leave loops', () => {
    const liquid = createLiquid();
    liquid.registerTag('remember', {
      render(context) {
        Object.assign(context.bottom(), { kept: 7 });
        context.breakCalled = true;
      },
    });
    expect(liquid.render('{% for i in (1..3) %}{{ i }}{% remember %}{% endfor %}{{ kept }}')).toBe('17');
  });
});

describe('filters registered the liquidjs way', () => {
  test('get plain values and the context', () => {
    const liquid = createLiquid();
    liquid.registerFilter('keys_of', function (value: object, separator: string) {
      return Object.keys(value).join(separator) + String(this.context.getSync(['suffix']));
    });
    expect(liquid.render('{{ map | keys_of: "+" }}', { map: { a: 1, b: 2 }, suffix: '.' })).toBe('a+b.');
  });

  test('may answer promises, each computed value kept while the page starts again', async () => {
    const liquid = createLiquid();
    liquid.registerFilter('slow', async (value: string) => `${value}!`);
    const text =
      '{% increment n %}{{ "a" | slow | upcase }}{% for i in (1..2) %}{{ i | slow }}{% endfor %}{% increment n %}';
    expect(await liquid.renderAsync(text)).toBe('0A!1!2!1');
    expect(() => liquid.render(text)).toThrow('synchronously');
  });
});
