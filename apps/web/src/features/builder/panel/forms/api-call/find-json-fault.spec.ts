import { findJsonFault } from './find-json-fault';

describe('findJsonFault', () => {
  it('finds nothing in JSON, with variables in its texts', () => {
    expect(findJsonFault('{"name": "{{contact.firstName}}"}')).toBeNull();
  });

  it('says where a variable stands without quotes', () => {
    expect(findJsonFault('{\n  "age": {{contact.age}}\n}')).toEqual({ line: 2, column: 11 });
  });

  it('says that the end is missing', () => {
    expect(findJsonFault('{"a": 1')).toEqual({ line: 1, column: 8 });
  });
});
