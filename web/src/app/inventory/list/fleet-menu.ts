import { Component, computed } from '@angular/core';
import { may } from '../../shell/may';
import { RoomsMenu } from '../../shell/rooms-menu';

/** From the list of devices to the other rooms of the fleet. */
@Component({
  selector: 'parc-fleet-menu',
  imports: [RoomsMenu],
  template: '<parc-rooms-menu [groups]="groups()" />',
  styles: ':host { display: contents; }',
})
export class FleetMenu {
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
    this.rooms.map(({ heading, links }) => ({ heading, links: links.filter(({ shown }) => shown()) })),
  );
}
