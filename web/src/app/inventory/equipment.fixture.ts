import type { EquipmentListItem, EquipmentPage } from '@parc/api-client';

/** The page of a device in its room, unless told otherwise. */
export function equipmentPageOf(changes: Partial<EquipmentPage> = {}): EquipmentPage {
  return {
    id: 'e1',
    version: 3,
    tag: 'PE-003307',
    serial: 'CT55-2309-0418',
    state: 'in-service',
    stateSince: '2026-11-12T15:50:00Z',
    modelId: 'm1',
    modelName: 'Écran mobile de 55 pouces',
    maker: 'Clair Tableau',
    picture: 'box',
    trainingModule: null,
    isContainer: false,
    schoolId: 's1',
    schoolName: 'Maternelle de la Rivière',
    communeName: 'Rive-de-Gier',
    roomId: 'r1',
    roomName: 'Salle de motricité',
    stockPlaceId: null,
    stockPlaceName: null,
    containerId: null,
    containerTag: null,
    orderId: null,
    orderNumber: null,
    contractNumber: null,
    supplierName: null,
    netCents: 107_000,
    vatBasisPoints: 2_000,
    priceCents: 128_400,
    funding: null,
    commitmentNumber: null,
    purchasedOn: '2023-09-12',
    warrantyUntil: '2028-09-12',
    refurbished: false,
    complaintNumber: null,
    retirementNumber: null,
    lastSeenAt: null,
    lastSeenBy: null,
    contents: [],
    history: [],
    possible: [],
    ...changes,
  };
}

/** A device on its shelf, as a list has it. */
export function equipmentRow(changes: Partial<EquipmentListItem> = {}): EquipmentListItem {
  return {
    ...{ id: 'e1', tag: 'PE-000001', serial: null, modelName: 'Tablette de 10 pouces', picture: 'box' },
    ...{ isContainer: false, contents: 0, state: 'in-stock', stateSince: '2026-11-12T15:50:00Z', version: 1 },
    trainedGone: false,
    ...{ schoolId: null, schoolName: null, communeName: null, sector: null, roomId: null, roomName: null },
    ...{ stockPlaceName: 'Réserve de la Plaine', containerTag: null, purchasedOn: null, warrantyUntil: null },
    ...{ refurbished: false, lastSeenAt: null, priceCents: null },
    ...changes,
  };
}
