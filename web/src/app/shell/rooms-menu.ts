import { Component, computed, ElementRef, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@parc/ui';

export interface RoomGroup {
  /** What its rooms have in common; empty where all of them stand together. */
  readonly heading: string;
  readonly links: readonly { readonly path: string; readonly label: string }[];
}

/** As many lead from the head of a list as they are; more stand together, by subject, behind one word. */
const FEW = 2;

/** From the head of a list to the other rooms of its subject. */
@Component({
  selector: 'parc-rooms-menu',
  imports: [Icon, RouterLink],
  host: { '(document:click)': 'leave($event)', '(keydown.escape)': 'shut()' },
  template: `
    @if (few(); as links) {
      @for (link of links; track link.path) {
        <a class="button" [routerLink]="link.path">{{ link.label }}</a>
      }
    } @else {
      <details #menu>
        <summary class="button">Plus <parc-icon name="chevron-down" [size]="18" /></summary>
        <div class="card">
          @for (group of shown(); track group.heading) {
            <div>
              @if (group.heading) {
                <h2>{{ group.heading }}</h2>
              }
              <ul>
                @for (link of group.links; track link.path) {
                  <li>
                    <a [routerLink]="link.path">{{ link.label }}</a>
                  </li>
                }
              </ul>
            </div>
          }
        </div>
      </details>
    }
  `,
  styleUrl: './rooms-menu.css',
})
export class RoomsMenu {
  readonly groups = input.required<readonly RoomGroup[]>();
  private readonly menu = viewChild<ElementRef<HTMLDetailsElement>>('menu');
  protected readonly shown = computed(() => this.groups().filter(({ links }) => links.length > 0));
  protected readonly few = computed(() => {
    const links = this.groups().flatMap((group) => group.links);
    return links.length > FEW ? null : links;
  });

  /** A click beside it shuts it. */
  protected leave(event: Event): void {
    const menu = this.menu()?.nativeElement;
    if (menu && !menu.contains(event.target as Node)) menu.open = false;
  }

  protected shut(): void {
    const menu = this.menu()?.nativeElement;
    if (!menu?.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
}
