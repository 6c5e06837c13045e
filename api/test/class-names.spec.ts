import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { describe, expect, it } from '@jest/globals';
import { Text } from '../src/platform/http/fields.js';
import { openApiDocument } from '../src/platform/http/openapi.js';
import { documentedRoutes } from './matrix/routes.js';

/** A body of this name with this one field, as a file of some domain would declare it. */
function bodyWith(field: string): new () => object {
  class ReasonOfBoth {}
  Text({ max: 10 })(ReasonOfBoth.prototype, field);
  return ReasonOfBoth;
}

/** The document of an application whose two routes take these bodies. */
async function documentOf(first: new () => object, second: new () => object) {
  class FirstController {
    write(body: object) {
      return body;
    }
  }
  class SecondController extends FirstController {}
  for (const [controller, path, type] of [
    [FirstController, 'first', first],
    [SecondController, 'second', second],
  ] as const) {
    const write = function (body: object) {
      return body;
    };
    Object.defineProperty(controller.prototype, 'write', { value: write, writable: true, configurable: true });
    Reflect.defineMetadata('design:paramtypes', [type], controller.prototype, 'write');
    Body()(controller.prototype, 'write', 0);
    Post()(controller.prototype, 'write', Object.getOwnPropertyDescriptor(controller.prototype, 'write')!);
    Controller(path)(controller);
  }
  class Both {}
  Module({ controllers: [FirstController, SecondController] })(Both);
  const application = await NestFactory.create(Both, new FastifyAdapter(), { logger: false });
  try {
    return openApiDocument(application);
  } finally {
    await application.close();
  }
}

describe('the document of the API', () => {
  it('is refused when two classes of bodies share a name, and says which', async () => {
    const refused = documentOf(bodyWith('text'), bodyWith('amount'));
    await expect(refused).rejects.toThrow(/2 classes are called ReasonOfBoth .*one of text; one of amount/);
  });

  it('is made of the house as it stands', async () => {
    expect(Object.keys((await documentedRoutes()).schemas).length).toBeGreaterThan(0);
  });
});
