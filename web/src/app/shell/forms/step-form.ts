import { afterNextRender, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { anewWith } from '../anew';
import { ErrorSummary, type FieldError, Notice } from '@parc/ui';
import type { Problem } from '../problem';
import { fieldErrors, fieldsOf, type FormSpec, initialValues, type Values } from './fields';
import { ResumedNote } from '../kept/resumed-note';
import { typed } from '../kept/typed';
import { FormQuestion } from './form-question';

let created = 0;

/**
 * A form in the page, never in a dialog: its questions in one column, what is wrong beside each and, when the form is
 * long, gathered on top. What was typed stays whatever the server answers, and comes back with the form when the page was
 * left before it was sent. Further questions may be projected.
 */
@Component({
  selector: 'parc-step-form',
  imports: [ErrorSummary, FormQuestion, Notice, ResumedNote],
  templateUrl: './step-form.html',
  styleUrl: './step-form.css',
})
export class StepForm {
  readonly form = input.required<FormSpec>();
  readonly pending = input(false);
  /** Why the server refused the last attempt. */
  readonly problem = input<Problem | null>(null);
  /** A page of its own needs no heading inside, and does not take the focus. */
  readonly wholePage = input(false);
  readonly sent = output<Values>();
  /** The answers after each change, and when they come back. */
  readonly typed = output<Values>();
  readonly cancelled = output();
  /** The object has changed meanwhile: the page reads it again. */
  readonly reread = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly prefix = `question-${++created}`;

  /** The answers that were changed, by name: the others are the object's, as it is now. */
  protected readonly changed = typed<Values>({
    name: () => (this.form().onScreenAlone ? null : this.form().id),
    initial: () => ({}),
    fits: isValues,
    pending: this.pending,
    problem: this.problem,
  });
  protected readonly resumed = {
    resumed: this.changed.resumed,
    unkept: this.changed.unkept,
    startAgain: (): void => {
      this.changed.startAgain();
      this.typed.emit(this.values());
    },
  };
  readonly values = computed<Values>(() => ({ ...initialValues(this.form()), ...this.changed() }));
  private readonly checked = anewWith<boolean>(
    () => this.form().id,
    () => false,
  );
  protected readonly errors = computed<Values>(() => ({
    ...refusedFields(this.problem(), this.form()),
    ...(this.checked() ? fieldErrors(this.form(), this.values()) : {}),
  }));
  protected readonly summary = anewWith<readonly FieldError[]>(
    () => this.form().id,
    () => [],
  );
  protected readonly says = computed(() => this.form().says?.(this.values()) ?? '');
  /** What the server refused of answers that stand outside the form's own questions. */
  protected readonly others = computed(() => {
    const known = Object.values(refusedFields(this.problem(), this.form()));
    return (this.problem()?.fields ?? []).filter(({ message }) => !known.includes(message));
  });

  constructor() {
    afterNextRender(() => {
      if (!this.wholePage()) this.focusFirst('input, select, textarea');
      if (this.changed.resumed()) this.typed.emit(this.values());
    });
  }

  /** Writes answers that follow from others: a title proposed from the party. */
  patch(values: Values): void {
    const initial = initialValues(this.form());
    const changes = Object.entries({ ...this.changed(), ...values });
    this.changed.set(Object.fromEntries(changes.filter(([name, value]) => value !== (initial[name] ?? ''))));
    this.typed.emit(this.values());
  }

  protected change(name: string, value: string): void {
    this.patch({ [name]: value });
  }

  protected idOf(name: string): string {
    return `${this.prefix}-${name}`;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.checked.set(true);
    const wrong = Object.entries(fieldErrors(this.form(), this.values()));
    this.summary.set(wrong.length > 1 ? wrong.map(([name, message]) => ({ controlId: this.idOf(name), message })) : []);
    if (wrong.length === 0) {
      this.changed.sending();
      return this.sent.emit(this.values());
    }
    if (wrong.length === 1) this.focusFirst(`[id="${this.idOf(wrong[0]![0])}"]`);
  }

  protected giveUp(): void {
    this.changed.forget();
    this.cancelled.emit();
  }

  private focusFirst(selector: string): void {
    this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
  }
}

function isValues(kept: unknown): boolean {
  return typeof kept === 'object' && kept !== null && Object.values(kept).every((value) => typeof value === 'string');
}

/** "price.unitNetCents" is said beside the question `unitNetCents`. */
function refusedFields(problem: Problem | null, form: FormSpec): Values {
  const names = fieldsOf(form).map(({ name }) => name);
  const found = (problem?.fields ?? []).flatMap(({ name, message }) => {
    const known = names.find((each) => name === each || name.endsWith(`.${each}`));
    return known === undefined ? [] : [[known, message] as const];
  });
  return Object.fromEntries(found);
}
