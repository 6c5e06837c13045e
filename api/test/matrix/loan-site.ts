import { AT } from '../harness/equipment-builders.js';
import type { House } from '../harness/house.js';
import { aLoan, type BuiltKit } from '../harness/loan-builders.js';

/** What routes name of loans. */
export interface LoanSite {
  loanId: string;
  loanKitId: string;
  /** A device on a shelf that nobody has promised. */
  shelvedId: string;
  /** The label of a device that the school has on loan now. */
  lentTag: string;
}

/** A kit that the school has asked for, one that it has, and a shelf with a device that nobody has. */
export async function buildLoan(
  house: House,
  asked: { schoolId: string; teacherId: string; label: string; purpose: string },
): Promise<{ site: LoanSite; marks: string[] }> {
  const { schoolId, teacherId, label } = asked;
  const stock_place_id = await house.build.insert('stock_place', { name: `Prêts ${label}` });
  const model_id = await house.build.item({ kind: 'model', category: 'hardware' });
  const device = { model_id, state: 'in-stock', state_since: AT, stock_place_id };
  const tag = `VA-${schoolId.slice(-8).toUpperCase()}`;
  const equipmentId = await house.build.insert('equipment', { ...device, tag, words: tag.toLowerCase() });
  const shelvedId = await house.build.insert('equipment', { ...device, tag: `${tag}-2`, words: tag.toLowerCase() });
  const settings = { needs_approval: true, kinds: ['nursery', 'elementary', 'primary', 'teaching-unit'] };
  const kit: BuiltKit = {
    id: await house.build.insert('loan_kit', { name: `Valise ${label}`, equipment_id: equipmentId, ...settings }),
    ...{ equipmentId, contents: [] },
  };
  const loanNumber = `P-2026-${String(parseInt(schoolId.slice(-6), 16) + 10_000_000)}`;
  const purpose = { purpose: asked.purpose, number: loanNumber };
  const people = { schoolId, teacherId, technicianId: teacherId };
  const loanId = await aLoan(house, kit, people, 'requested', purpose);
  const lentTag = `${tag}-3`;
  const lentId = await house.build.insert('equipment', { ...device, tag: lentTag, words: tag.toLowerCase() });
  const lent: BuiltKit = {
    id: await house.build.insert('loan_kit', { name: `Prêtée ${label}`, equipment_id: lentId, ...settings }),
    ...{ equipmentId: lentId, contents: [] },
  };
  const outNumber = `P-2026-${String(parseInt(schoolId.slice(-6), 16) + 30_000_000)}`;
  const outId = await aLoan(house, lent, people, 'out', { purpose: asked.purpose, number: outNumber });
  const marks = [loanId, loanNumber, outId, outNumber, lentTag];
  return { site: { loanId, loanKitId: kit.id, shelvedId, lentTag }, marks };
}
