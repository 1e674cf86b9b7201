/** The attempt no longer holds the letter: its lease ran out and another, or a person, has taken over. Do not send. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';

  constructor(deliveryId: string) {
    super(`The claim on delivery ${deliveryId} was lost`);
  }
}
