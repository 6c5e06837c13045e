import { Component, signal } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { ErrorSummary, type FieldError } from './error-summary.js';
import { Control, Field } from './field.js';

@Component({
  imports: [Control, ErrorSummary, Field],
  template: `
    <parc-error-summary [errors]="errors()" />
    <parc-field label="Contact sur place" controlId="contact" help="Il ouvre la porte." [error]="errors()[0]?.message">
      <input parcControl />
    </parc-field>
    <parc-field label="Remarque" optional><textarea parcControl></textarea></parc-field>
  `,
})
class Form {
  readonly errors = signal<readonly FieldError[]>([]);
}

const missing = [{ controlId: 'contact', message: 'Indiquez qui ouvre la porte.' }];

describe('a field', () => {
  it('ties label, help and control together', async () => {
    const form = await render(Form);
    const input = form.one('#contact');
    expect(form.one('label[for=contact]').textContent?.trim()).toBe('Contact sur place');
    expect(document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Il ouvre la porte.',
    );
    expect(input.hasAttribute('aria-invalid')).toBe(false);
    expect(form.text('parc-field:last-of-type label')).toBe('Remarque (facultatif)');
    await expectAccessible(form.host);
  });

  it('says beside the control what is wrong, and to a screen reader too', async () => {
    const form = await render(Form);
    form.component.errors.set(missing);
    await form.fixture.whenStable();
    const input = form.one('#contact');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-describedby')).toBe('contact-help contact-error');
    expect(form.text('#contact-error')).toBe('Indiquez qui ouvre la porte.');
    await expectAccessible(form.host);
  });
});

describe('an error summary', () => {
  it('takes the focus at each refusal and leads to the field', async () => {
    const form = await render(Form);
    form.component.errors.set(missing);
    await form.fixture.whenStable();
    expect(document.activeElement).toBe(form.one('section'));
    expect(form.text('h2')).toBe('Un point à corriger');
    await form.click('section a');
    expect(document.activeElement).toBe(form.one('#contact'));
    form.component.errors.set([...missing]);
    await form.fixture.whenStable();
    expect(document.activeElement).toBe(form.one('section'));
  });

  it('counts the points and is silent without any', async () => {
    const summary = await render(ErrorSummary, { errors: [] });
    expect(summary.text()).toBe('');
    await summary.give({ errors: [...missing, { controlId: 'date', message: 'Choisissez une date.' }] });
    expect(summary.text('h2')).toBe('2 points à corriger');
  });
});
