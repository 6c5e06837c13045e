import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SchoolPage } from '@parc/api-client';
import { dayOfYear } from '@parc/ui';
import { bodyKindsFor } from '@parc/domain';
import { ManagingBody } from './managing-body';
import { formerUaiWords, mapAddress, telephoneWords, websiteAddress } from './school-facts-words';

/** Where the school is, how to reach it, who it belongs to, the codes it has had. */
@Component({
  selector: 'parc-school-facts',
  imports: [ManagingBody, RouterLink],
  template: `
    <section class="card" aria-labelledby="school-facts">
      <h2 id="school-facts">Coordonnées et identité</h2>
      @let page = school();
      <dl>
        @if (address(); as lines) {
          <dt>Adresse</dt>
          <dd>
            @for (line of lines; track $index) {
              <span class="line">{{ line }}</span>
            }
            @if (map(); as link) {
              <a [href]="link">Ouvrir dans le plan</a>
            }
          </dd>
        }
        @if (page.contacts; as contacts) {
          @if (contacts.telephone; as telephone) {
            <dt>Téléphone</dt>
            <dd>
              <a [href]="'tel:' + telephone">{{ telephoneOf(telephone) }}</a>
            </dd>
          }
          @if (contacts.email; as email) {
            <dt>Courriel</dt>
            <dd>
              <a [href]="'mailto:' + email">{{ email }}</a>
            </dd>
          }
          @if (contacts.website; as website) {
            <dt>Site</dt>
            <dd>
              <a [href]="siteOf(website)" rel="noreferrer">{{ website }}</a>
            </dd>
          }
        }
        @if (hasBody()) {
          <dt>Organisme de gestion</dt>
          <dd><parc-managing-body [school]="page" [writes]="writes()" (changed)="changed.emit()" /></dd>
        }
        @if (page.host; as host) {
          <dt>Établissement d’accueil</dt>
          <dd>
            @if (host.id) {
              <a [routerLink]="['/annuaire', host.id]">{{ host.name ?? host.uai }}</a>
            } @else {
              {{ host.uai }}
            }
          </dd>
        }
        <dt>Commune</dt>
        <dd>{{ page.commune.name }}, code {{ page.commune.code }}</dd>
        @if (page.hasInclusionClass) {
          <dt>Classe ULIS</dt>
          <dd>Oui</dd>
        }
        @if (page.openedOn) {
          <dt>Ouverte depuis</dt>
          <dd>{{ dayOf(page.openedOn) }}</dd>
        }
        @if (page.siret) {
          <dt>SIRET</dt>
          <dd>{{ page.siret }}</dd>
        }
        @if (formerUais().length > 0) {
          <dt>Anciens UAI</dt>
          <dd>
            @for (former of formerUais(); track former) {
              <span class="line">{{ former }}</span>
            }
          </dd>
        }
      </dl>
    </section>
  `,
  styles: `
    dl {
      display: grid;
      gap: 0.125rem;
    }

    dt {
      color: var(--muted);
      font-size: var(--text-14);
    }

    dd:not(:last-child) {
      margin-bottom: 0.625rem;
    }

    dd,
    dd a {
      overflow-wrap: anywhere;
    }

    .line {
      display: block;
    }
  `,
})
export class SchoolFacts {
  readonly school = input.required<SchoolPage>();
  /** The reader keeps the directory. */
  readonly writes = input(false);
  readonly changed = output();

  protected readonly address = computed(() => {
    const { line1, line2, postalCode } = this.school().address;
    const city = `${postalCode ?? ''} ${this.school().commune.name}`.trim();
    const lines = [line1, line2, city].filter((line): line is string => line !== null && line !== '');
    return lines.length > 0 ? lines : null;
  });
  /** A commune's school has none. */
  protected readonly hasBody = computed(
    () => this.school().managingBody !== null || bodyKindsFor(this.school()).length > 0,
  );
  protected readonly map = computed(() => mapAddress(this.school()));
  protected readonly formerUais = computed(() => formerUaiWords(this.school()));
  protected readonly telephoneOf = telephoneWords;
  protected readonly siteOf = websiteAddress;
  protected readonly dayOf = dayOfYear;
}
