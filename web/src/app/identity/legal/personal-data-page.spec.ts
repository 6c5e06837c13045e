import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { PERSONAL_DATA } from '@parc/domain';
import { PersonalDataPage } from './personal-data-page';

describe('the page of personal data', () => {
  it('shows every kind of datum with its purpose, its places, its term and its end', async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(PersonalDataPage);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const rows = [...host.querySelectorAll('tbody tr')].map((row) => row.textContent.replace(/\s+/g, ' '));
    expect(rows.length).toBe(Object.keys(PERSONAL_DATA).length);
    const mails = rows.find((row) => row.includes('Courriels'))!;
    expect(mails).toContain('mail.recipient, mail.subject, mail.body');
    expect(mails).toContain('Prévenir chacun');
    expect(mails).toContain('90 jours après l’écriture du message');
    expect(mails).toContain('effacement');
    expect(rows.find((row) => row.includes('Compte :'))).toContain('24 mois après la fin du dernier rôle');
  });
});
