import { type Api, campaignPartsPhoto } from '@parc/api-client';

/** Addresses of the pictures of a thing that nobody knows. */
export const foundPhotos = (
  { rootUrl }: Api,
  { partId, itemId, photos }: { partId: string; itemId: string; photos: readonly string[] },
): string[] =>
  photos.map(
    (id) =>
      rootUrl + campaignPartsPhoto.PATH.replace('{id}', partId).replace('{itemId}', itemId).replace('{photoId}', id),
  );
