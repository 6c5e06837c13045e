import { Component, computed, ElementRef, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@parc/ui';
import { may } from '../../shell/may';

/** As many lead from the head of the list as they are; more stand together, by subject, behind one word. */
const FEW = 2;

/** From the list of devices to the other rooms of the fleet. */
@Component({
  selector: 'parc-fleet-menu',
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
          @for (group of groups(); track group.heading) {
            <div>
              <h2>{{ group.heading }}</h2>
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
  styleUrl: './fleet-menu.css',
})
export class FleetMenu {
  private readonly menu = viewChild<ElementRef<HTMLDetailsElement>>('menu');
  private readonly rooms = [
    {
      heading: 'Ce qui entre',
      links: [
        { path: '/parc/livraisons', label: 'Livraisons', shown: may('deliveries.read') },
        { path: '/parc/imports', label: 'Reprendre un parc existant', shown: may('equipment.import') },
      ],
    },
    {
      heading: 'Dans les écoles',
      links: [
        { path: '/parc/logiciels', label: 'Logiciels', shown: may('software.read') },
        { path: '/parc/ecarts', label: 'Écarts au socle', shown: may('kit.read') },
        { path: '/parc/besoins', label: 'Besoins', shown: may('needs.read') },
        { path: '/parc/redeploiements', label: 'Redéploiements', shown: may('redeployments.read') },
        { path: '/parc/dotations', label: 'Dotations', shown: may('dotations.list') },
        { path: '/parc/annee', label: 'Début et fin d’année', shown: may('school-year.run') },
        { path: '/parc/recolements', label: 'Récolements', shown: may('campaigns.list') },
      ],
    },
    {
      heading: 'Ce qui sort',
      links: [
        { path: '/parc/sorties', label: 'Registre des sorties', shown: may('disposals.read') },
        { path: '/parc/valeur', label: 'Valeur du parc', shown: may('fleet-value.read') },
        { path: '/parc/reemploi', label: 'Parts de réemploi', shown: may('fleet-value.read') },
      ],
    },
  ];
  protected readonly groups = computed(() =>
    this.rooms
      .map(({ heading, links }) => ({ heading, links: links.filter(({ shown }) => shown()) }))
      .filter(({ links }) => links.length > 0),
  );
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
