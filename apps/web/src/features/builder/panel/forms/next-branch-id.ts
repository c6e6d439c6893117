/** An id for a new branch that none of the others has; it never changes, so connections survive renaming. */
export function nextBranchId(branches: readonly { id: string }[]): string {
  const taken = new Set(branches.map(({ id }) => id));
  let number = branches.length + 1;
  while (taken.has(`branch_${String(number)}`)) number += 1;
  return `branch_${String(number)}`;
}
