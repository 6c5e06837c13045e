import { jest } from '@jest/globals';

/** Once this method of a service has answered, something happens before its caller goes on. */
export function afterwards<Service extends object>(
  service: Service,
  method: keyof Service,
  happens: () => Promise<unknown>,
): void {
  const original = (service[method] as (...given: unknown[]) => Promise<unknown>).bind(service);
  jest.spyOn(service, method as never).mockImplementationOnce((async (...given: unknown[]) => {
    const answer = await original(...given);
    await happens();
    return answer;
  }) as never);
}
