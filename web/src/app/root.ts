import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ToastRegion } from '@parc/ui/first-page';

@Component({
  selector: 'parc-root',
  imports: [RouterOutlet, ToastRegion],
  template: `<router-outlet /><parc-toasts />`,
})
export class Root {}
