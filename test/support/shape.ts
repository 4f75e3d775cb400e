import type { Page } from 'playwright-core';

const GENERATED = /^#?(cl-\d+|\d{4,}[a-z\d]*)/;

/**
 * What a page says and how it is marked up, as lines: elements with their attributes, and texts. Left out: what the
 * renderer writes for itself, and the letters of ids that it makes up.
 */
const describeShape = (generated: string): string[] => {
  const made = new RegExp(generated);
  const ids = new Map<string, string>();
  const named = (value: string): string =>
    value.replace(made, (whole, bare: string) => {
      if (!ids.has(bare)) ids.set(bare, `made-${ids.size}`);
      return whole.replace(bare, ids.get(bare) ?? '');
    });
  const valueOf = (name: string, value: string): string => {
    if (name === 'class') return value.trim().replaceAll(/\s+/g, ' ');
    return name === 'id' || name === 'for' || name === 'href' || name.startsWith('aria-')
      ? value.split(' ').map(named).join(' ')
      : value;
  };
  /** What is chosen or typed is a property in the browser and an attribute on the server. */
  const heldBy = (element: Element): string[] => {
    if (element instanceof HTMLInputElement) return [`checked ${element.checked}`, `holds ${element.value}`];
    if (element instanceof HTMLOptionElement) return [`selected ${element.selected}`];
    return element instanceof HTMLTextAreaElement ? [`holds ${element.value}`] : [];
  };
  const isShape = (element: Element, { name, value }: Attr): boolean => {
    if (name === 'data-hk') return false;
    // Given to what takes focus after a page change.
    if (name === 'tabindex' && value === '-1') return false;
    if (name === 'class' && value.trim() === '') return false;
    return !(heldBy(element).length > 0 && ['checked', 'selected', 'value'].includes(name));
  };
  const lines: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      const last = lines.at(-1);
      // The renderer cuts a text into pieces where a value stands in it.
      if (last?.startsWith('“')) lines[lines.length - 1] = last + node.data;
      else if (node.data !== '') lines.push(`“${node.data}`);
    }
    if (!(node instanceof Element)) return;
    const attributes = [...node.attributes]
      .filter((attribute) => isShape(node, attribute))
      .map(({ name, value }) => `${name}=${valueOf(name, value)}`)
      .sort();
    lines.push(`<${[node.tagName, ...attributes, ...heldBy(node)].join(' ')}>`);
    for (const child of node.childNodes) walk(child);
    lines.push(`</${node.tagName}>`);
  };
  walk(document.getElementById('app') as HTMLElement);
  return [document.title, ...lines];
};

export const shapeOf = (page: Page): Promise<string[]> => page.evaluate(describeShape, GENERATED.source);
