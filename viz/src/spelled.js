// A program of sigma draws one shape per dot and lets the card repeat it. A processor that plays the card starts anew for
// each repetition, so for that every corner of every dot is written out; the picture is the same.
export function spelled(Program) {
  return class extends Program {
    getDefinition() {
      const { CONSTANT_ATTRIBUTES: corner, CONSTANT_DATA: corners, ...rest } = super.getDefinition();
      this.corners = corners;
      return { ...rest, ATTRIBUTES: [...rest.ATTRIBUTES, ...corner] };
    }

    processVisibleItem(id, start, ...data) {
      const wide = this.ATTRIBUTES_ITEMS_COUNT;
      this.corners.forEach((corner, i) => {
        const end = start + (i + 1) * wide;
        super.processVisibleItem(id, end - wide, ...data);
        this.array.set(corner, end - corner.length);
      });
    }
  };
}
