/** What an account defines: object types, properties, pipelines, association types. */
package io.github.camelhubspot.simulator.schema;
