import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { Door } from '../../shell/door';
import { AskLink } from './ask-link';
import { ChoosePassword } from './choose-password';

/**
 * /mot-de-passe: without a link, one is asked for; with the link of a mail, the password is chosen. The token stands
 * after the #, which a browser sends to nobody.
 */
@Component({
  selector: 'parc-password-page',
  imports: [AskLink, ChoosePassword, Door],
  template: `
    <parc-door>
      @if (token(); as given) {
        <parc-choose-password [token]="given" />
      } @else {
        <parc-ask-link />
      }
    </parc-door>
  `,
})
export class PasswordPage {
  protected readonly token = toSignal(inject(ActivatedRoute).fragment);
}
