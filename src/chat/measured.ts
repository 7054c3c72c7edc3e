// A platform whose messages are counted, whoever sends them.
import type { Metrics } from '../kernel/metrics.ts';
import { type Adapter, Unreachable } from './adapter.ts';

export const measured = (adapter: Adapter, metrics: Metrics): Adapter => {
  const counted = async <T>(act: 'post' | 'update' | 'tell', sending: Promise<T>): Promise<T> => {
    try {
      const sent = await sending;
      metrics.posted(adapter.platform, act, 'sent');
      return sent;
    } catch (error) {
      metrics.posted(adapter.platform, act, error instanceof Unreachable ? 'unreachable' : 'failed');
      throw error;
    }
  };
  return {
    ...adapter,
    post: (...said) => counted('post', adapter.post(...said)),
    update: (...said) => counted('update', adapter.update(...said)),
    tell: (...said) => counted('tell', adapter.tell(...said)),
  };
};
