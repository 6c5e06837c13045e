import {
  type EnvironmentProviders,
  inject,
  provideEnvironmentInitializer,
  type Renderer2,
  RendererFactory2,
} from '@angular/core';
import { french } from '@parc/ui/first-page';

/** Attributes that people read or hear. */
const READ_ATTRIBUTES = new Set(['aria-label', 'aria-description', 'alt', 'title', 'placeholder']);

/**
 * Narrow no-break spaces are a formatter's work, not a person's: every text that Angular writes into the page goes
 * through french(), templates and data alike. Values of form controls are left as they were typed.
 */
export function provideFrenchText(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const factory = inject(RendererFactory2);
    const set = new WeakSet<Renderer2>();
    const createRenderer = factory.createRenderer.bind(factory);
    factory.createRenderer = (host, type) => {
      const renderer = createRenderer(host, type);
      if (!set.has(renderer)) setInFrench(renderer);
      set.add(renderer);
      return renderer;
    };
  });
}

function setInFrench(renderer: Renderer2): void {
  const createText = renderer.createText.bind(renderer);
  const setValue = renderer.setValue.bind(renderer);
  const setAttribute = renderer.setAttribute.bind(renderer);
  const setProperty = renderer.setProperty.bind(renderer);
  renderer.createText = (text) => createText(french(text));
  renderer.setValue = (node, text) => setValue(node, french(text));
  renderer.setAttribute = (element, name, text, namespace) =>
    setAttribute(element, name, READ_ATTRIBUTES.has(name) ? french(text) : text, namespace);
  renderer.setProperty = (element, name, value: unknown) =>
    setProperty(element, name, typeof value === 'string' && READ_ATTRIBUTES.has(name) ? french(value) : value);
}
