SwaggerUIBundle({url: '/v1/openapi.yaml', dom_id: '#api', deepLinking: true, validatorUrl: null});
