import { inject, Injectable, Injector } from '@angular/core';
import { type ActivatedRouteSnapshot, BaseRouteReuseStrategy, NavigationEnd, Router } from '@angular/router';
import { Session } from './session';

/**
 * A page goes on while its address names the same page and its reader has the same role: one that was built for another
 * school, or another person, is built anew even when the address stays the same.
 */
@Injectable()
export class RolePages extends BaseRouteReuseStrategy {
  // The router asks for this before it is there itself.
  private readonly injector = inject(Injector);
  private watching = false;
  private builtFor: string | null = null;

  override shouldReuseRoute(future: ActivatedRouteSnapshot, current: ActivatedRouteSnapshot): boolean {
    this.watch();
    const isRoot = current.parent === null;
    return super.shouldReuseRoute(future, current) && (isRoot || this.builtFor === this.reader());
  }

  private reader(): string | null {
    return this.injector.get(Session).current()?.assignment.id ?? null;
  }

  private watch(): void {
    if (this.watching) return;
    this.watching = true;
    this.injector.get(Router).events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.builtFor = this.reader();
    });
  }
}
