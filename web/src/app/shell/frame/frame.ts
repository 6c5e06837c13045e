import { NgComponentOutlet } from '@angular/common';
import { Component, computed, effect, ElementRef, inject, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { Icon } from '@parc/ui';
import { filter, map } from 'rxjs';
import { DemonstrationBanner } from '../demonstration-banner';
import { IdleWarning } from '../idle/idle-warning';
import { Kept } from '../kept/kept';
import { Logo } from '../logo';
import { Phone } from '../phone';
import { PageTitle } from '../page-title';
import { Rooms } from '../rooms';
import { SaveNote } from '../save-note';
import { Session } from '../session';
import { Settling } from '../writes/settling';
import { FocusKeeper } from './focus-keeper';
import { MoreSheet } from './more-sheet';
import { RoomLinks } from './room-links';
import { SessionCard } from './session-card';

/** On a phone the bottom bar holds five doors, the fifth of which opens the rest. */
const BOTTOM_BAR_ROOMS = 4;

/** What stands around every page of someone who is signed in. */
@Component({
  selector: 'parc-frame',
  host: { '[class.demonstration]': 'session.current()?.demonstration' },
  imports: [
    DemonstrationBanner,
    Icon,
    IdleWarning,
    Logo,
    MoreSheet,
    NgComponentOutlet,
    RoomLinks,
    RouterLink,
    RouterOutlet,
    SessionCard,
  ],
  templateUrl: './frame.html',
  styleUrl: './frame.css',
})
export class Frame {
  protected readonly session = inject(Session);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly saveNote = inject(SaveNote);
  protected readonly phone = inject(Phone);
  private readonly router = inject(Router);
  private readonly rooms = inject(Rooms);
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  protected readonly allRooms = computed(() => {
    const role = this.session.role();
    return role === null ? [] : this.rooms.of(role);
  });
  protected readonly bottomRooms = computed(() => this.allRooms().slice(0, BOTTOM_BAR_ROOMS));
  protected readonly otherRooms = computed(() => this.allRooms().slice(BOTTOM_BAR_ROOMS));

  private readonly path = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects.split(/[?#]/)[0]),
    ),
  );
  /** Where the phone's arrow leads; a room's first page has none and shows the logo. */
  protected readonly backTo = computed(() => {
    this.path();
    let route = this.router.routerState.snapshot.root;
    while (route.firstChild !== null) route = route.firstChild;
    const back = (route.data['backTo'] as string | undefined) ?? null;
    // A part of one object leads back to it: its address is among the own parameters.
    return back?.replace(/:(\w+)/g, (_, name: string) => String(route.params[name])) ?? null;
  });

  constructor() {
    // From the first page on: what somebody typed is erased when they leave, whichever pages they saw.
    inject(Kept);
    inject(FocusKeeper);
    void this.phone.ready();
    void inject(Settling).begin();
    let isFirst = true;
    effect(() => {
      // A new page is read from its start; a filter changes the address but not this path, and moves nothing.
      if (this.path() === undefined) return;
      // Nor does a page that goes on under its object's own address.
      if (untracked(() => this.router.lastSuccessfulNavigation()?.extras.scroll) === 'manual') return;
      if (!isFirst) this.content().nativeElement.focus({ preventScroll: true });
      isFirst = false;
    });
  }

  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.content().nativeElement.focus();
  }

  protected async leave(): Promise<void> {
    const work = this.phone.work();
    if (work !== null && !(await work.mayLeave())) return;
    this.rooms.forgetWaiting();
    await this.session.leave();
  }
}
