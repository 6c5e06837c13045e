import { computed, type Signal } from '@angular/core';
import { may } from '../../shell/may';
import type { RoomGroup } from '../../shell/rooms-menu';

/** Where the list of tickets leads besides its own, for who reads it. For an injection context. */
export function ticketRooms(): Signal<readonly RoomGroup[]> {
  const rooms = [
    { path: '/problemes', label: 'Problèmes', shown: may('problems.write') },
    { path: '/remedes', label: 'Remèdes', shown: may('remedies.read') },
    { path: '/tickets/a-imputer', label: 'À imputer', shown: may('ticket-charges.settle') },
    { path: '/tickets/courriels-refuses', label: 'Courriels refusés', shown: may('mail-refusals.read') },
  ];
  return computed(() => [{ heading: '', links: rooms.filter(({ shown }) => shown()) }]);
}
