import { Component, input, output, viewChild } from '@angular/core';
import { StatePanel } from '@parc/ui';
import type { Mutation } from '../mutation';
import type { Problem } from '../problem';
import { ProblemPanel } from '../problem-panel';
import type { FormSpec, Values } from './fields';
import { StepForm } from './step-form';

/** A page that is one form: to make an object, or to write it again. Further questions may be projected. */
@Component({
  selector: 'parc-form-page',
  imports: [ProblemPanel, StatePanel, StepForm],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ heading() }}</h1>
        <p>{{ text() }}</p>
      </div>
    </div>
    @if (failed(); as problem) {
      <parc-problem-panel [problem]="problem" (retry)="reread.emit()" />
    } @else if (form(); as spec) {
      <section class="card">
        <parc-step-form
          [wholePage]="true"
          [form]="spec"
          [pending]="saving().pending()"
          [problem]="saving().problem()"
          (typed)="typed.emit($event)"
          (sent)="sent.emit($event)"
          (cancelled)="cancelled.emit()"
          (reread)="reread.emit()"
        >
          <ng-content />
        </parc-step-form>
      </section>
    } @else {
      <parc-state-panel kind="loading" shape="page" />
    }
  `,
  styles: `
    .card {
      max-width: 46rem;
    }
  `,
})
export class FormPage {
  readonly heading = input.required<string>();
  /** What becomes of what is written here. */
  readonly text = input.required<string>();
  /** Why what the form needs could not be read. */
  readonly failed = input.required<Problem | null>();
  /** Null until what it needs has been read. */
  readonly form = input.required<FormSpec | null>();
  readonly saving = input.required<Pick<Mutation<never, unknown>, 'pending' | 'problem'>>();
  readonly typed = output<Values>();
  readonly sent = output<Values>();
  readonly cancelled = output();
  /** What the form needs is read again: it could not be read, or has changed meanwhile. */
  readonly reread = output();

  private readonly stepForm = viewChild(StepForm);

  /** Writes answers that follow from others. */
  patch(values: Values): void {
    this.stepForm()?.patch(values);
  }
}
