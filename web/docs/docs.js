// Swagger UI defines this one global; it is no module.
globalThis.SwaggerUIBundle({ url: '/openapi.yaml', domNode: document.getElementById('api'), deepLinking: true });
