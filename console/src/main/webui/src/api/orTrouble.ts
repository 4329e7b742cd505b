import { Trouble } from './Trouble';

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer; throws a Trouble when it is a refusal. */
export async function orTrouble<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (data === undefined) throw Trouble.of(response.status, error);
  return data;
}
