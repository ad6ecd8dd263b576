// Elements of the page, asked for by selector and kind. As in Python, `find` may return null and
// `get` must succeed.

type Kind<E extends Element> = new () => E;

/** The first element that matches, or null if there is none of this kind. */
export function find<E extends Element>(
  selector: string,
  kind: Kind<E>,
  within: ParentNode = document,
): E | null {
  const found = within.querySelector(selector);
  return found instanceof kind ? found : null;
}

/** The first element that matches; a page without it is a mistake in its template. */
export function get<E extends Element>(
  selector: string,
  kind: Kind<E>,
  within: ParentNode = document,
): E {
  const found = find(selector, kind, within);
  if (!found) throw new Error(`This page has no ${kind.name} ${selector}.`);
  return found;
}

/** All elements that match and are of this kind. */
export function findAll<E extends Element>(
  selector: string,
  kind: Kind<E>,
  within: ParentNode = document,
): E[] {
  return [...within.querySelectorAll(selector)].filter(
    (found): found is E => found instanceof kind,
  );
}

/** The content of a `<template>`, ready to be put into the page. */
export function copyOf(selector: string): DocumentFragment {
  return document.importNode(get(selector, HTMLTemplateElement).content, true);
}
