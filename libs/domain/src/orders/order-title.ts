/** What an order is called when nobody named it: its first line and room, and how many more. */
export function orderTitle(lines: readonly { itemName: string; roomName: string | null }[]): string {
  const [first, ...others] = lines;
  if (!first) return 'Commande vide';
  const rooms = [...new Set(lines.map((line) => line.roomName).filter((name) => name !== null))];
  const where = rooms.length === 1 ? `, ${lowerFirst(rooms[0]!)}` : '';
  const more =
    others.length === 0 ? '' : others.length === 1 ? ' et 1 autre poste' : ` et ${others.length} autres postes`;
  return `${first.itemName}${more}${where}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
