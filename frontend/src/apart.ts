// Moves what lies on top of one another apart, as little as it takes.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const ROUNDS = 80;

/** Shifts the middles (x, y) of boxes until none overlap, or for a number of rounds. */
export function apart(boxes: Box[]): void {
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) moved = push(a, b) || moved;
    });
    if (!moved) return;
  }
}

function push(a: Box, b: Box): boolean {
  const across = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
  const down = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  if (across <= 0 || down <= 0) return false;
  // Along the way that is shorter; what stands exactly on top goes right and down.
  if (across < down) {
    const by = (a.x <= b.x ? across : -across) / 2;
    a.x -= by;
    b.x += by;
  } else {
    const by = (a.y <= b.y ? down : -down) / 2;
    a.y -= by;
    b.y += by;
  }
  return true;
}
