import { computed, type Signal } from '@angular/core';
import { may } from '../../shell/may';
import type { RoomGroup } from '../../shell/rooms-menu';

/** Where the list of tickets leads besides its own, for who reads it. For an injection context. */
export function ticketRooms(): Signal<readonly RoomGroup[]> {
  const rooms = [
    {
      heading: 'Pannes',
      rooms: [
        { path: '/problemes', label: 'Problèmes', shown: may('problems.write') },
        { path: '/remedes', label: 'Remèdes', shown: may('remedies.read') },
        { path: '/tickets/a-imputer', label: 'À imputer', shown: may('ticket-charges.settle') },
        { path: '/tickets/courriels-refuses', label: 'Courriels refusés', shown: may('mail-refusals.read') },
      ],
    },
    {
      heading: 'Visites et entretien',
      rooms: [
        { path: '/interventions', label: 'Interventions', shown: may('visits.read') },
        { path: '/entretien', label: 'Entretien', shown: may({ all: ['upkeep-plans.counts', 'tickets.read'] }) },
        {
          path: '/entretien',
          label: 'Contrôles',
          shown: may({ all: ['upkeep-checks.read'], without: 'upkeep-plans.counts' }),
        },
        { path: '/retours', label: 'Retours en garantie', shown: may('warranty-returns.read') },
      ],
    },
  ];
  return computed(() =>
    rooms.map(({ heading, rooms: all }) => ({ heading, links: all.filter(({ shown }) => shown()) })),
  );
}
